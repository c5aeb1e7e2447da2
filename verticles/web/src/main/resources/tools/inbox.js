// The mails that the local catcher took, newest first; asks again every two seconds.

const POLL_MS = 2_000;
const TALLEST_PX = 20_000;
const byId = (id) => document.getElementById(id);
const frame = byId("html");
const list = byId("mails");
const pane = list.parentElement;
const isWide = matchMedia("(min-width: 48rem)");
const growth = new ResizeObserver(fitFrame);

/** What is listed: mail and list item by key, oldest first. */
const listed = new Map();
let shownKey;

/** Ids begin anew when the system is started anew. */
const keyOf = (mail) => `${mail.id} ${mail.receivedAt}`;

async function look() {
  try {
    const response = await fetch("inbox/mails", { cache: "no-store" });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail);
    update(answer.mails);
  } catch (error) {
    say(`The inbox can’t be read; trying again. ${error.message}`, true);
  }
  setTimeout(look, POLL_MS);
}

function update(mails) {
  const isFirst = !document.body.classList.contains("ready");
  const fresh = mails.filter((mail) => !listed.has(keyOf(mail))).reverse();
  forget(mails);
  keepPlace(() => fresh.forEach((mail) => add(mail, !isFirst)));
  filter();
  if (isFirst) {
    document.body.classList.add("ready");
    openWhatTheAddressSays();
    if (shownKey === undefined && isWide.matches && mails.length > 0) show(keyOf(mails[0]));
  }
  byId("empty").hidden = mails.length > 0;
  byId("choose").hidden = mails.length === 0 || shownKey !== undefined;
  list.hidden = mails.length === 0;
  if (!isFirst && fresh.length > 0) {
    say(news(fresh));
  } else if (isFirst || byId("state").classList.contains("trouble")) {
    say(count());
  }
}

/** A live region speaks when its text changes. */
function say(sentence, isTrouble = false) {
  const state = byId("state");
  state.classList.toggle("trouble", isTrouble);
  if (state.textContent === sentence) return;
  state.textContent = sentence;
  state.title = sentence;
}

function news(fresh) {
  return fresh.length === 1
    ? `New mail to ${fresh[0].to}: ${fresh[0].subject}`
    : `${fresh.length} new mails`;
}

function count() {
  const shown = [...listed.values()].filter(({ item }) => !item.hidden).length;
  const all = listed.size === 1 ? "1 mail" : `${listed.size} mails`;
  return shown === listed.size ? all : `${shown} of ${all}`;
}

function forget(mails) {
  const keys = new Set(mails.map(keyOf));
  for (const [key, { item }] of listed) {
    if (!keys.has(key)) {
      item.remove();
      listed.delete(key);
    }
  }
}

function add(mail, isNew) {
  const link = document.createElement("a");
  link.href = `#${mail.id}`;
  link.append(make("strong", "", mail.subject), make("span", "to", mail.to), timeOf(mail));
  const item = document.createElement("li");
  item.classList.toggle("fresh", isNew);
  item.append(link);
  list.prepend(item);
  listed.set(keyOf(mail), { mail, item, link });
}

/** New mails come on top. Nothing moves away from under a pointer, the focus or a reader's eyes. */
function keepPlace(change) {
  const isUsed = pane.scrollTop > 0 || pane.matches(":hover, :focus-within");
  const before = list.scrollHeight;
  change();
  if (!isUsed) return;
  const grown = list.scrollHeight - before;
  const room = pane.scrollHeight - pane.clientHeight - pane.scrollTop;
  const padding = parseFloat(pane.style.paddingBottom) || 0;
  if (room < grown) pane.style.paddingBottom = `${padding + grown - room}px`;
  pane.scrollTop += grown;
}

function filter() {
  const wanted = byId("address").value.trim().toLowerCase();
  for (const { mail, item } of listed.values()) {
    item.hidden = !mail.to.toLowerCase().includes(wanted);
  }
}

function openWhatTheAddressSays() {
  const id = location.hash.slice(1);
  const found = [...listed].find(([, { mail }]) => String(mail.id) === id);
  document.body.classList.toggle("reading", found !== undefined);
  if (found) {
    show(found[0]);
    byId("subject").focus();
    if (!isWide.matches) scrollTo(0, 0);
  } else {
    listed.get(shownKey)?.link.focus();
  }
}

function show(key) {
  const { mail, link } = listed.get(key);
  listed.get(shownKey)?.link.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  shownKey = key;
  byId("subject").textContent = mail.subject;
  byId("to").textContent = mail.to;
  byId("received").replaceWith(timeOf(mail, "received"));
  byId("text").replaceChildren(...withLinks(mail.text));
  byId("as-text").open = mail.html === undefined;
  frame.hidden = mail.html === undefined;
  frame.srcdoc = withLinksInNewTabs(mail.html ?? "");
  byId("mail").hidden = false;
}

/** The frame is no place for the shop: its pages allow no frame around them. */
function withLinksInNewTabs(html) {
  const mail = new DOMParser().parseFromString(html, "text/html");
  for (const link of mail.links) {
    link.target = "_blank";
    link.rel = "noopener";
  }
  return `<!doctype html>${mail.documentElement.outerHTML}`;
}

function withLinks(text) {
  return text.split(/(https?:\/\/\S+)/).map((part) => {
    if (!/^https?:/.test(part)) return part;
    const link = make("a", "", part);
    Object.assign(link, { href: part, target: "_blank", rel: "noopener" });
    return link;
  });
}

function fitFrame() {
  const root = frame.contentDocument?.documentElement;
  if (!root || root.childElementCount === 0) return;
  const height = Math.ceil(root.getBoundingClientRect().height);
  if (height > 0) frame.style.height = `${Math.min(height + 2, TALLEST_PX)}px`;
}

function timeOf(mail, id = "") {
  const received = new Date(mail.receivedAt);
  const isToday = received.toDateString() === new Date().toDateString();
  const time = make(
    "time",
    "",
    isToday ? received.toLocaleTimeString() : received.toLocaleString(),
  );
  time.dateTime = mail.receivedAt;
  time.id = id;
  return time;
}

function make(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function moveInList(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...list.querySelectorAll("li:not([hidden]) > a")];
  const next = links[links.indexOf(document.activeElement) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

frame.addEventListener("load", () => {
  growth.disconnect();
  growth.observe(frame.contentDocument.documentElement);
});
list.addEventListener("keydown", moveInList);
byId("search").addEventListener("submit", (event) => event.preventDefault());
byId("address").addEventListener("input", () => {
  filter();
  say(count());
});
addEventListener("hashchange", openWhatTheAddressSays);
byId("address").value = new URLSearchParams(location.search).get("to") ?? "";
look();
