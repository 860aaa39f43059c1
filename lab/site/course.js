// Three small comforts; every page works without them.

const themeButton = document.getElementById("theme");
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function showTheme(theme) {
  document.documentElement.style.colorScheme = theme;
}

function currentTheme() {
  return localStorage.getItem("theme") ?? (prefersDark.matches ? "dark" : "light");
}

themeButton.addEventListener("click", () => {
  const other = currentTheme() === "dark" ? "light" : "dark";
  localStorage.setItem("theme", other);
  showTheme(other);
});

showTheme(localStorage.getItem("theme") ?? "light dark");

// Commands can be copied, where the browser allows it: of a terminal, what was typed.
if (navigator.clipboard) {
  for (const block of document.querySelectorAll("pre")) {
    const typed = [...block.querySelectorAll("kbd")].map((command) => command.textContent);
    const text = typed.length > 0 ? typed.join("\n") : block.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    });
    block.append(button);
  }
}

// What the browser knows about how this page came.
addEventListener("load", () => {
  const [page] = performance.getEntriesByType("navigation");
  const files = [page, ...performance.getEntriesByType("resource")];
  const bytes = files.reduce((sum, file) => sum + file.transferSize, 0);
  const wait = page.responseStart - page.requestStart;
  document.getElementById("arrival").textContent =
    `This page came in ${files.length} files and ${(bytes / 1024).toFixed(1)} KiB over the network;` +
    ` its first byte ${wait.toFixed(1)} ms after the browser had asked.`;
});
