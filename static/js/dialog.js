// A question that the page waits for.

import { byId, make } from "./dom.js";

/** `choices`: value and words of each, the first of which is the likely one. Answers the value. */
export function ask(heading, text, choices) {
  const title = make("h2", { id: "question" }, heading);
  const consequence = make("p", { id: "question-text" }, text);
  const buttons = choices.map(([value, words], index) =>
    make("button", { value, class: index > 0 && "quiet" }, words),
  );
  const dialog = make(
    "dialog",
    { "aria-labelledby": title.id, "aria-describedby": consequence.id },
    make(
      "form",
      { method: "dialog" },
      title,
      consequence,
      make("div", { class: "actions" }, ...buttons),
    ),
  );
  byId("main").append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}
