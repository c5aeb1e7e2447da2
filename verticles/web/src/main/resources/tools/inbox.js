// The mails that the local catcher took, newest first; asks again every two seconds.

const POLL_MS = 2_000;
const byId = (id) => document.getElementById(id);
let shownId;
let listedIds = "";

async function look() {
  try {
    const response = await fetch("inbox/mails", { cache: "no-store" });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail);
    list(answer.mails);
    byId("state").textContent = answer.mails.length === 0 ? "No mails yet." : `${answer.mails.length} mails`;
  } catch (error) {
    byId("state").textContent = `The inbox can’t be read: ${error.message}`;
  }
  setTimeout(look, POLL_MS);
}

function list(mails) {
  const ids = mails.map((mail) => mail.id).join();
  if (ids === listedIds) return;
  listedIds = ids;
  byId("mails").replaceChildren(...mails.map(entry));
}

function entry(mail) {
  const button = document.createElement("button");
  const subject = document.createElement("strong");
  subject.textContent = mail.subject;
  button.append(subject, `${mail.to}, ${new Date(mail.receivedAt).toLocaleTimeString()}`);
  button.setAttribute("aria-current", mail.id === shownId);
  button.addEventListener("click", () => show(mail, button));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function show(mail, button) {
  shownId = mail.id;
  document.querySelector("[aria-current=true]")?.setAttribute("aria-current", "false");
  button.setAttribute("aria-current", "true");
  byId("subject").textContent = mail.subject;
  byId("to").textContent = `To ${mail.to}`;
  byId("text").textContent = mail.text;
  byId("html").hidden = mail.html === undefined;
  byId("html").srcdoc = withLinksInNewTabs(mail.html ?? "");
  byId("mail").hidden = false;
  byId("mail").focus();
}

/** The frame is no place for the shop: its pages allow no frame around them. */
function withLinksInNewTabs(html) {
  const mail = new DOMParser().parseFromString(html, "text/html");
  for (const link of mail.links) link.target = "_blank";
  return mail.documentElement.outerHTML;
}

look();
