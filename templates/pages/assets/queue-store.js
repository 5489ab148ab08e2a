// Commands that wait for the network, in the browser's own database: they outlive the tab and a flat battery. Each
// belongs to the account that gave it, and nobody else's page reads what is in it.
const STORE = 'waiting';
let opening;

/** Keeps a command and answers its number; it is on the disk when this resolves. */
export function add(entry) {
  return inStore('readwrite', (store) => store.add(entry));
}

export function put(entry) {
  return inStore('readwrite', (store) => store.put(entry));
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

async function inStore(mode, act) {
  opening ??= open();
  const transaction = (await opening).transaction(STORE, mode, { durability: 'strict' });
  const request = act(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

function open() {
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
