// Cancels an order, after a question. Few customers do, so this and its words are loaded only then.

import { postJson, wordsOf } from "./api.js";
import { ask } from "./dialog.js";
import { announce, byId, setText } from "./dom.js";
import { furtherTexts } from "./language.js";

const texts = await furtherTexts("texts-cancel");
const button = byId("cancel");
const trouble = byId("cancel-trouble");
let sending = false;

/** `show` is given the order as it is after the attempt, whatever became of that. */
export async function cancelOrder({ orderId, cancelToken, settlement }, link, show) {
  if (sending || !(await confirmed(settlement))) return;
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
  await postJson("/orderStatus", link).then(show).finally(() => setSending(false));
  // The button that was pressed may be gone; the heading takes over its focus.
  if (button.hidden) byId("heading").focus();
}

function setSending(now) {
  sending = now;
  button.setAttribute("aria-disabled", String(now));
  if (now) announce(texts.cancelling);
}

async function confirmed(settlement) {
  const consequence = texts.consequence[settlement] ?? texts.consequence.other;
  const choice = await ask(texts.question, consequence, [
    ["yes", texts.yes],
    ["no", texts.no],
  ]);
  return choice === "yes";
}
