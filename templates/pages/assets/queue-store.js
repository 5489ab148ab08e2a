// Commands that wait for the network, in the browser's own database: they outlive the tab and a flat battery. Each
// belongs to the account that gave it, and nobody else's page reads what is in it.
const STORE = 'waiting';
let opening;

/** Keeps a command and answers its number; it is on the disk when this resolves. */
export function add(entry) {
  return inStore('readwrite', (store) => store.add(entry));
}

/** Changes a command that is still there; answers whether it was. */
export async function change(id, changes) {
  const found = await withEntry(id, (store, entry) => store.put({ ...entry, ...changes }));
  return found !== undefined;
}

/** Forgets a command that was never sent; answers whether it was so. */
export async function removeUntried(id) {
  const found = await withEntry(id, (store, { isTried }) => isTried || store.delete(id));
  return found !== undefined && !found.isTried;
}

export function remove(id) {
  return inStore('readwrite', (store) => store.delete(id));
}

export function get(id) {
  return inStore('readonly', (store) => store.get(id));
}

/** What an account has waiting, oldest first. */
export function allOf(account) {
  return inStore('readonly', (store) => store.index('account').getAll(account));
}

/** How many wait for others who used this browser. */
export async function countOfOthers(account) {
  const [all, own] = await Promise.all([
    inStore('readonly', (store) => store.count()),
    inStore('readonly', (store) => store.index('account').count(account)),
  ]);
  return all - own;
}

/** Reads a command and acts on it, if it is there, before anybody else can; answers what it was. */
function withEntry(id, act) {
  return inStore('readwrite', (store) => {
    const request = store.get(id);
    request.onsuccess = () => request.result && act(store, request.result);
    return request;
  });
}

/** Within one transaction. A database that the browser closed, as when its data are cleared, is opened once more. */
async function inStore(mode, act) {
  try {
    return await transact(mode, act);
  } catch {
    opening = undefined;
    return transact(mode, act);
  }
}

async function transact(mode, act) {
  opening ??= open();
  const transaction = (await opening).transaction(STORE, mode, { durability: 'strict' });
  const request = act(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });
}

async function open() {
  const request = indexedDB.open('yanzhen', 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true });
    store.createIndex('account', 'account');
  };
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
