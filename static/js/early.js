// Runs before the page is drawn, so that nobody sees the HTML's words before those of their own
// language. The rules are those of language.js.

(() => {
  const { classList, dataset } = document.documentElement;
  let market;
  try {
    market = localStorage.getItem("acme.market");
  } catch {
    // Storage is switched off.
  }
  const language = market === "MX" ? "es" : "en";
  classList.toggle("translating", language !== "en");
  for (const name of ["texts", ...(dataset.texts?.split(" ") ?? [])]) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = new URL(`${name}.${language}.js`, document.currentScript.src).href;
    document.head.append(link);
  }
})();
