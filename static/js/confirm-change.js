// The question before the only change of a delivery. Few come to it, so it is loaded only then.

import { ask } from "./dialog.js";
import { furtherTexts } from "./language.js";
import { fullTime } from "./formats.js";

const texts = await furtherTexts("texts-change");

export async function confirmChange({ deliveryTime, timeZone }, newTime) {
  const [from, to] = [deliveryTime, newTime].map((time) => fullTime(time, timeZone));
  const choice = await ask(texts.question, texts.consequence(from, to), [
    ["yes", texts.yes],
    ["no", texts.no],
  ]);
  return choice === "yes";
}
