// What pages do with their elements. Text is always set as text, never as HTML.

export const byId = (id) => document.getElementById(id);

/** An element: `attributes` by name (true = bare, false or undefined = none), then content. */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...content);
  return element;
}

/** A test order may have plants that nobody has drawn. */
export function picture(sku) {
  const image = make("img", { src: `img/${sku}.svg`, alt: "", width: 64, height: 64 });
  image.addEventListener("error", () => image.classList.add("missing"));
  return image;
}

/** Shows what belongs to those views, which an element names in data-view, and hides the others. */
export function showView(...names) {
  for (const part of document.querySelectorAll("[data-view]")) {
    part.hidden = !part.dataset.view.split(" ").some((view) => names.includes(view));
  }
}

/** Says it to a screen reader. */
export function announce(text) {
  byId("announcer").textContent = text;
}

/** Sets a text only when it differs, so that a live region doesn't repeat itself. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
