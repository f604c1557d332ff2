// The asynchronous workloads of work.c on promises: node work.mjs WORKLOAD N [ARG]. A switch is a turn of the microtask
// queue, in which timers starve: the kindest reading of Node.
const BATCH = 10000;
const pause = seconds => new Promise(done => setTimeout(done, seconds * 1000));
const turn = Promise.resolve();
const same = async i => i;
const sameLater = async i => { await turn; return i; };
const turns = async n => { for (let i = 0; i < n; i++) await turn; return n; };

async function spawnAll(n, body) {
  let total = 0;
  for (let begin = 0; begin < n; begin += BATCH) {
    const tasks = [];
    for (let i = begin; i < Math.min(n, begin + BATCH); i++) tasks.push(body(i));
    for (const value of await Promise.all(tasks)) total += value;
  }
  return total;
}

const works = {
  spawn: n => spawnAll(n, same),
  spawn1: n => spawnAll(n, sameLater),
  async call(n) {
    let total = 0;
    for (let i = 0; i < n; i++) total += await same(i);
    return total;
  },
  async switch(n) {
    const [a, b] = await Promise.all([turns(n / 2), turns(n / 2)]);
    return a + b;
  },
  async sleepers(n, base) {
    let live = 0, most = 0;
    const sleepUntil = async deadline => {
      most = Math.max(most, ++live);
      await pause(deadline - performance.now() / 1000);
      live--;
    };
    const began = performance.now() / 1000 + base, tasks = [];
    for (let i = 0; i < n; i++) tasks.push(sleepUntil(began + i % 4000 / 1000));
    for (const task of tasks) await task;
    return most;
  },
  async deep(n, depth) {
    if (depth > 0) return 1 + await works.deep(n, depth - 1);
    await turns(n);
    return 0;
  },
  async queue(n) {
    const ring = new Array(16);
    let head = 0, size = 0, wakePutter = null, wakeGetter = null, total = 0;
    const put = async item => {
      while (size === 16) await new Promise(wake => { wakePutter = wake; });
      ring[(head + size++) % 16] = item;
      if (wakeGetter) { wakeGetter(); wakeGetter = null; }
    };
    const get = async () => {
      while (size === 0) await new Promise(wake => { wakeGetter = wake; });
      const item = ring[head];
      head = (head + 1) % 16;
      size--;
      if (wakePutter) { wakePutter(); wakePutter = null; }
      return item;
    };
    const producer = (async () => { for (let i = 0; i < n; i++) await put(i); })();
    for (let i = 0; i < n; i++) total += await get();
    await producer;
    return total;
  },
  gen(n) {
    function* count() { for (let i = 0; i < n; i++) yield i; }
    let total = 0;
    for (const x of count()) total += x;
    return total;
  },
  async agen(n) {
    async function* count() { for (let i = 0; i < n; i++) yield i; }
    let total = 0;
    for await (const x of count()) total += x;
    return total;
  },
  async crawl() {
    const fetch = async seconds => { await pause(seconds); return seconds; };
    return (await Promise.all([1, 2, 3, 4].map(fetch))).reduce((a, b) => a + b);
  },
};

const [name, n, arg] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4] ?? 0)];
const began = process.hrtime.bigint();
const check = await works[name](n, arg);
console.log(JSON.stringify({ ns: Number(process.hrtime.bigint() - began), n, check }));
