// What the converter leaves to be done; runs when the slides are there. reveal.js may have started by then.

// With ?short in the address the slides that only the long class has time for are left out.
if (new URLSearchParams(location.search).has('short')) {
    document.querySelectorAll('section.deeper').forEach(slide => slide.remove());
    if (Reveal.isReady()) Reveal.sync();
}

// The speaker window's clock goes by the minutes in the notes.
document.querySelectorAll('aside.notes .minutes').forEach(minutes => {
    minutes.closest('section').dataset.timing = 60 * minutes.textContent;
});

// Code is as large as its lines allow; a letter is 0.61 times as wide as the type is high. Where that would be too small
// to be read from the last row, long lines are broken, after a blank or a bracket, which lets all be larger. Two
// long mains come out smaller still: there the marks are what is to be seen.
const LEAST = 21, MOST = 32, LINE_HEIGHT = 1.35, LETTER_WIDTH = 0.61;
const words = line => line.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, '&');
const linesOf = code => code.innerHTML.replace(/\n$/, '').split('\n');
const indentOf = line => words(line).search(/\S|$/);
const rowsOf = (line, columns) => {
    const indent = indentOf(line);
    let rows = 1, used = indent;
    for (const piece of words(line).trim().split(/(?<= )|(?<=\()(?!\))/)) {
        if (used + piece.trimEnd().length > columns) {
            rows++;
            used = indent + 2;
        }
        if (used + piece.trimEnd().length > columns) return Infinity;
        used += piece.length;
    }
    return rows;
};
const fits = (lines, size, width, height) => {
    const columns = Math.floor(width / (LETTER_WIDTH * size));
    return LINE_HEIGHT * size * lines.reduce((rows, line) => rows + rowsOf(line, columns), 0) <= height;
};
const largest = (lines, width, height) => {
    const longest = Math.max(...lines.map(line => words(line).length));
    const unbroken = Math.min(MOST, width / (LETTER_WIDTH * longest), height / (LINE_HEIGHT * lines.length));
    if (unbroken >= LEAST) return unbroken;
    let size = MOST;
    while (!fits(lines, size, width, height)) size -= 0.5;
    return size;
};
const show = (code, lines, size, isNew) => {
    code.innerHTML = lines.map(line => {
        const look = isNew(line) ? 'line new' : 'line';
        const breakable = line.replace(/^\s+/, '').replace(/\((?!(<[^>]*>)*\))/g, '(<wbr>');
        return `<span class="${look}" style="--indent: ${indentOf(line)}">${breakable}</span>`;
    }).join('');
    code.closest('pre').style.fontSize = `${size}px`;
};
document.querySelectorAll('section:not(.columns)').forEach(slide => {
    const codes = [...slide.querySelectorAll(':not(.live) > .content > pre.rouge code')];
    const height = codes.length > 1 ? 270 : 500;
    const size = largest(codes.flatMap(linesOf), 1100, height);
    codes.forEach(code => show(code, linesOf(code), size, () => false));
});

// Of two mains what stands between the braces is shown, less far in; lines on the right that are not on the left are what
// the step adds.
const bodyOf = code => {
    const lines = linesOf(code);
    const first = lines.findIndex(line => words(line).endsWith('{')) + 1;
    return lines.slice(first, -1).map(line => line.replace(/^ +/, blanks => ' '.repeat(blanks.length / 2 - 2)));
};
document.querySelectorAll('section.columns').forEach(slide => {
    const codes = [...slide.querySelectorAll('pre code')];
    const [left, right] = codes.map(bodyOf);
    const size = Math.min(...[left, right].map(lines => largest(lines, 560, 560)));
    const before = new Set(left.map(line => words(line).trim()));
    show(codes[0], left, size, () => false);
    show(codes[1], right, size, line => !before.has(words(line).trim()));
});

// What is typed is not broken.
document.querySelectorAll('.live pre').forEach(typed => {
    const columns = Math.max(...typed.textContent.split('\n').map(line => line.length));
    typed.style.fontSize = `${Math.min(38, Math.floor(1100 / (LETTER_WIDTH * columns)))}px`;
});

// Light or dark as the system has it; key D changes it for a room that is lit otherwise.
const root = document.documentElement;
const showIn = scheme => {
    root.dataset.scheme = scheme;
    root.style.colorScheme = scheme;
};
const system = matchMedia('(prefers-color-scheme: dark)');
const followSystem = () => showIn(system.matches ? 'dark' : 'light');
system.addEventListener('change', followSystem);
followSystem();
Reveal.addKeyBinding(
    { keyCode: 68, key: 'D', description: 'Light or dark' },
    () => showIn(root.dataset.scheme === 'dark' ? 'light' : 'dark'));

// A screen reader has a voice for each language.
document.querySelectorAll('.korean').forEach(words => words.lang = 'ko');

// Whoever wants to enlarge a slide may.
document.querySelector('meta[name=viewport]').content = 'width=device-width, initial-scale=1';
