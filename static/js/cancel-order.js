// Cancels an order, after a question. Few customers do, so this and its words are loaded only then.

import { postJson, wordsOf } from "./api.js";
import { announce, byId, make, setText } from "./dom.js";
import { readLink } from "./link.js";

const language = document.documentElement.lang.slice(0, 2);
const { texts } = await import(`./texts-cancel.${language}.js`);
const button = byId("cancel");
const trouble = byId("cancel-trouble");
let sending = false;

/** `show` is given the order as it is after the attempt, whatever became of that. */
export async function cancelOrder({ orderId, cancelToken }, show) {
  if (sending || !(await confirmed())) return;
  setSending(true);
  trouble.hidden = true;
  try {
    await postJson("/cancelOrder", { orderId, token: cancelToken });
    announce(texts.cancelled);
  } catch (problem) {
    const tooLate = problem.status === 409 && problem.refused;
    setText(trouble, tooLate ? texts.tooLate : wordsOf(problem));
    trouble.hidden = false;
  }
  await postJson("/orderStatus", readLink()).then(show).finally(() => setSending(false));
  // The button that was pressed may be gone; the heading takes over its focus.
  if (button.hidden) byId("heading").focus();
}

function setSending(now) {
  sending = now;
  button.setAttribute("aria-disabled", String(now));
  if (now) announce(texts.cancelling);
}

function confirmed() {
  const dialog = question();
  byId("main").append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

function question() {
  const heading = make("h2", { id: "cancel-heading" }, texts.question);
  const consequence = make("p", { id: "cancel-text" }, texts.consequence);
  const yes = make("button", { value: "yes" }, texts.yes);
  const no = make("button", { class: "quiet", value: "no" }, texts.no);
  return make(
    "dialog",
    { "aria-labelledby": heading.id, "aria-describedby": consequence.id },
    make(
      "form",
      { method: "dialog" },
      heading,
      consequence,
      make("div", { class: "actions" }, yes, no),
    ),
  );
}
