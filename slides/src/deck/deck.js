// What the converter leaves to be done; runs when the slides are there and reveal.js is about to start.

// With ?short in the address the slides that only the long class has time for are left out.
const isShort = new URLSearchParams(location.search).has('short');
document.querySelectorAll('section.deeper').forEach(slide => {
    if (isShort) slide.dataset.visibility = 'hidden';
});

// The speaker window's clock goes by the minutes in the notes.
document.querySelectorAll('aside.notes .minutes').forEach(minutes => {
    minutes.closest('section').dataset.timing = 60 * minutes.textContent;
});

// In the main on the right, lines that the one on the left has not are what the step adds. Long lines are broken, so
// the type is as large as their rows then allow.
const words = line => line.replace(/<[^>]*>/g, '');
const linesOf = code => code.innerHTML.replace(/\n$/, '').split('\n');
const rowsAt = (size, lines) => {
    const columns = Math.floor(0.85 * 520 / (0.61 * size)) - 2;
    return lines.reduce((rows, line) => rows + Math.ceil((words(line).trim().length + 2) / columns), 0);
};
document.querySelectorAll('section.columns').forEach(slide => {
    const [left, right] = slide.querySelectorAll('pre code');
    const before = new Set(linesOf(left).map(line => words(line).trim()));
    const heightAt = size => 1.35 * size * Math.max(rowsAt(size, linesOf(left)), rowsAt(size, linesOf(right)));
    let size = 20;
    while (size > 14 && heightAt(size) > 470) size -= 0.5;
    const shown = line => {
        const indent = words(line).search(/\S|$/) / 2;
        const look = before.has(words(line).trim()) ? 'line' : 'line new';
        return `<span class="${look}" style="--indent: ${indent}">${line.replace(/^\s+/, '')}</span>`;
    };
    [left, right].forEach(code => {
        code.innerHTML = linesOf(code).map(shown).join('');
        code.closest('pre').style.fontSize = `${size}px`;
    });
});

// As large as the longest line and the number of all allow; one letter is 0.602 times as wide as the type is high.
document.querySelectorAll('section:not(.columns)').forEach(slide => {
    const listings = [...slide.querySelectorAll('pre')];
    const rows = listings.flatMap(listing => listing.textContent.replace(/\n$/, '').split('\n'));
    const columns = Math.max(...rows.map(row => row.length));
    const height = listings.length > 1 ? 270 : 520;
    const size = Math.min(38, 1100 / (0.61 * columns), height / (1.4 * rows.length));
    listings.forEach(listing => listing.style.fontSize = `${Math.floor(2 * size) / 2}px`);
});

// Light or dark as the system has it; key D changes it for a room that is lit otherwise.
const root = document.documentElement;
const show = scheme => {
    root.dataset.scheme = scheme;
    root.style.colorScheme = scheme;
};
const system = matchMedia('(prefers-color-scheme: dark)');
const followSystem = () => show(system.matches ? 'dark' : 'light');
system.addEventListener('change', followSystem);
followSystem();
document.addEventListener('keydown', event => {
    if (event.key === 'd') show(root.dataset.scheme === 'dark' ? 'light' : 'dark');
});

// Whoever wants to enlarge a slide may.
document.querySelector('meta[name=viewport]').content = 'width=device-width, initial-scale=1';
