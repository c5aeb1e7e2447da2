// Runs before the page is drawn, so that nobody sees the HTML's words before those of their own
// language: the one that the link names, else the one that was chosen here, else the browser's.

(() => {
  const { classList, dataset } = document.documentElement;
  const spoken = ["en", "es"];
  let chosen;
  try {
    chosen = localStorage.getItem("acme.language");
  } catch {
    // Storage is switched off.
  }
  const linked = new URLSearchParams(location.hash.slice(1)).get("lang");
  const language =
    [linked, chosen, ...navigator.languages]
      .map((name) => name?.slice(0, 2).toLowerCase())
      .find((name) => spoken.includes(name)) ?? "en";
  dataset.language = language;
  classList.toggle("translating", language !== "en");
  for (const name of ["texts", ...(dataset.texts?.split(" ") ?? [])]) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = new URL(`${name}.${language}.js`, document.currentScript.src).href;
    document.head.append(link);
  }
})();
