// Copies of forms that the server has not confirmed, kept on this device for one person.

const PREFIX = 'saving:';
const A_MONTH = 30 * 24 * 60 * 60 * 1000;
const keyOf = (user, id) => `${PREFIX}${user}:${id}`;

/** `copy`: its `id`, the `path` its form is sent to, `title`, `at`, the fields as `data`, and whether it was `sent`. */
export function put(user, copy) {
  try {
    localStorage.setItem(keyOf(user, copy.id), JSON.stringify(copy));
  } catch {
    // No room, or forbidden: the form still saves by itself.
  }
}

export const drop = (user, id) => localStorage.removeItem(keyOf(user, id));

/** All copies of this person, the newest first. */
export function all(user) {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyOf(user, '')));
  const copies = keys.map((key) => JSON.parse(localStorage.getItem(key)));
  copies.filter(({ at }) => Date.now() - at > A_MONTH).forEach(({ id }) => drop(user, id));
  return copies.filter(({ at }) => Date.now() - at <= A_MONTH).sort((one, other) => other.at - one.at);
}

/** Forget what the server has by now; a page made meanwhile has another form. Returns what is left. */
export async function settle(user, sessionUrl) {
  if (!all(user).length) return [];
  const answer = await fetch(sessionUrl).then((response) => response.json()).catch(() => ({}));
  all(user).forEach((copy) => {
    const path = answer.confirmed?.[copy.id];
    if (path === undefined || String(answer.user) !== user) return;
    if (copy.sent) drop(user, copy.id);
    else if (path) put(user, { ...copy, path });
  });
  return all(user);
}

export function when({ at }) {
  const then = new Date(at);
  const isToday = then.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { day: 'numeric', month: 'long' };
  return then.toLocaleString([], { ...day, hour: '2-digit', minute: '2-digit' });
}
