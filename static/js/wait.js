/**
 * Calls `tell` each second with the seconds that are left and all of them, at the end with none. By
 * the clock, because timers of a page in the background are slow.
 */
export async function wait(seconds, tell) {
  const end = Date.now() + seconds * 1000;
  for (let left = seconds; left > 0; left = Math.ceil((end - Date.now()) / 1000)) {
    tell(left, seconds);
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000, end - Date.now())));
  }
  tell(0, seconds);
}
