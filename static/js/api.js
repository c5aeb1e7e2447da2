// All calls to the shop's API. Its address is in config.json, so the pages can be hosted anywhere.

import { fromServer, texts } from "./language.js";

const TIMEOUT_MS = 20_000;
const DEFAULT_RETRY_AFTER_SECONDS = 5;

/** A call that failed. Status 0: no answer came, so nobody knows whether the server did it. */
export class Problem extends Error {
  constructor(status, body = {}, retryAfterSeconds = DEFAULT_RETRY_AFTER_SECONDS) {
    super(`status ${status}`);
    this.status = status;
    this.inProgress = body.type === "urn:acme:problem:in-progress";
    this.orderExists = body.type === "urn:acme:problem:order-exists";
    this.detail = body.detail;
    this.errors = Array.isArray(body.errors) ? body.errors : [];
    this.current = body.current;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The server did nothing, or is about to do it for an earlier request, and asks to come back. */
  get busy() {
    return this.status === 503 || this.status === 429 || this.inProgress;
  }

  /** The server would refuse it again. */
  get refused() {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && !this.busy;
  }

  /** Order and token don't belong together. */
  get badLink() {
    return [401, 403, 404].includes(this.status);
  }

  get words() {
    if (this.status === 0) return navigator.onLine ? texts.noAnswer : texts.offline;
    if (this.busy) return texts.busy;
    return this.refused ? (fromServer(this.detail) ?? texts.refused) : texts.ourFault;
  }
}

/** What to tell the shopper; anything but a Problem is a bug of ours. */
export function wordsOf(error) {
  if (error instanceof Problem) return error.words;
  console.error(error);
  return texts.ourFault;
}

export const getJson = (path) => call(path).then(readJson);
export const postJson = (path, body, headers) => call(path, { body, headers }).then(readJson);

/** The response itself, for answers that are streams; a signal replaces the timeout. */
export async function call(
  path,
  { body, headers = {}, signal = AbortSignal.timeout(TIMEOUT_MS) } = {},
) {
  const options = {
    headers: { Accept: "application/json", ...headers },
    signal,
    cache: "no-store",
  };
  if (body !== undefined) {
    options.method = "POST";
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const response = await fetch((await apiAddress()) + path, options).catch(noAnswer);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** An answer that breaks off or isn't JSON counts as none. */
export const readJson = (response) => response.json().catch(noAnswer);

function noAnswer() {
  throw new Problem(0);
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  const seconds = Number.parseInt(response.headers.get("Retry-After"), 10);
  return new Problem(response.status, body ?? {}, Number.isNaN(seconds) ? undefined : seconds);
}

/**
 * Our own page with the fragment of the server's link: works at /success and at a bucket's
 * success.html alike.
 */
export function pageFor(page, serverUrl = "") {
  return page + new URL(serverUrl, location.href.split("#")[0]).hash;
}

let address;

function apiAddress() {
  // A failed look-up is forgotten: the next call asks again.
  address ??= readConfig().catch((problem) => {
    address = undefined;
    throw problem;
  });
  return address;
}

async function readConfig() {
  const response = await fetch(new URL("../config.json", import.meta.url)).catch(noAnswer);
  if (!response.ok) throw new Problem(response.status);
  const { api = "" } = await readJson(response);
  return api.replace(/\/$/, "");
}
