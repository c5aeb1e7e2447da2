// What can be done with the link to an order. Loaded when somebody does.

import { postJson, wordsOf } from "./api.js";
import { announce, byId, setText } from "./dom.js";
import { furtherTexts } from "./language.js";

const texts = await furtherTexts("texts-link");

export async function copyLink() {
  try {
    await navigator.clipboard.writeText(byId("keep").href);
    announce(texts.copied);
  } catch {
    // Not allowed: the link itself is beside the button.
  }
}

/** To the order's own address, so that whoever was passed the tracking link gets nothing by it. */
export async function mailLink({ orderId, token }) {
  const sent = postJson("/findOrder", { orderId, token });
  setText(byId("mail-link-state"), await sent.then(() => texts.mailed, wordsOf));
}
