// Three small comforts; every page works without them.

const themeButton = document.getElementById("theme");
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

// Light or dark; null is as the system has it.
function showTheme(theme) {
  document.documentElement.style.colorScheme = theme ?? "light dark";
}

function systemTheme() {
  return prefersDark.matches ? "dark" : "light";
}

// Where a browser lets nothing be stored, a choice lasts as long as its page.
function storedTheme() {
  try {
    return localStorage.getItem("lesson-theme");
  } catch {
    return null;
  }
}

function storeTheme(theme) {
  try {
    if (theme) {
      localStorage.setItem("lesson-theme", theme);
    } else {
      localStorage.removeItem("lesson-theme");
    }
  } catch {
    // It is shown all the same.
  }
}

let theme = storedTheme();

themeButton.hidden = false;
themeButton.addEventListener("click", () => {
  const other = (theme ?? systemTheme()) === "dark" ? "light" : "dark";
  theme = other === systemTheme() ? null : other;
  storeTheme(theme);
  showTheme(theme);
});

function copyButton(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  return button;
}

// Where the browser allows it code can be copied, and each command by itself: the next may belong to another terminal.
if (navigator.clipboard) {
  for (const command of document.querySelectorAll("pre kbd")) {
    command.after(copyButton(command.textContent));
  }
  for (const block of document.querySelectorAll("pre:not(:has(kbd))")) {
    block.append(copyButton(block.textContent));
  }
}

// What the browser knows about how this page came, if it came from a server. What the browser had kept has not come.
addEventListener("load", () => {
  const [page] = performance.getEntriesByType("navigation");
  if (location.protocol === "file:" || page.transferSize === 0) {
    return;
  }
  const files = [page, ...performance.getEntriesByType("resource")];
  const came = files.filter((file) => file.transferSize > 0);
  const bytes = came.reduce((sum, file) => sum + file.transferSize, 0);
  const wait = page.responseStart - page.requestStart;
  document.getElementById("arrival").textContent =
    `Of this page’s ${files.length} files ${came.length} came over the network, in ${(bytes / 1024).toFixed(1)} KiB;` +
    ` the first byte ${wait.toFixed(1)} ms after the browser had asked.`;
});
