// Another language is chosen on any page. Loaded when somebody does.

/** Shows this page anew in that language, and all pages from now on. */
export function speak(chosen) {
  const fragment = new URLSearchParams(location.hash.slice(1));
  fragment.delete("lang");
  try {
    localStorage.setItem("acme.language", chosen);
  } catch {
    // Storage is switched off: the choice lives as long as the page.
    fragment.set("lang", chosen);
  }
  const address = location.href.split("#")[0];
  history.replaceState(null, "", `${address}${String(fragment) && `#${fragment}`}`);
  location.reload();
}
