// How long the live page takes to load, and to show a second: node day.mjs URL. bench/day starts it, on a server that is given
// a second at each full second of the clock, each with one user more.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const url = process.argv[2];
const executablePath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  .flatMap((name) => process.env.PATH.split(':').map((folder) => `${folder}/${name}`))
  .find((it) => existsSync(it));
if (!executablePath) {
  console.log('No Chromium is on the PATH: nothing is said about the page.');
  process.exit(0);
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });

const print = (what, millis) => {
  const sorted = [...millis].sort((a, b) => a - b);
  console.log(`${what.padEnd(52)} ${sorted[sorted.length >> 1].toFixed(0).padStart(8)} ms, at most ${sorted.at(-1).toFixed(0)} ms`);
};

const loads = [];
for (let i = 0; i < 5; i++) {
  const start = Date.now();
  await page.goto(url);
  await page.locator('.details tbody tr').nth(5).waitFor();
  await page.locator('.uplot').first().waitFor();
  loads.push(Date.now() - start);
}
print('the page, until charts and table are there', loads);

/** How long after the clock's full second the page has drawn something else. */
async function late(selector, seconds) {
  return page.evaluate(([where, count]) => new Promise((resolve) => {
    const times = [];
    let shown = document.querySelector(where).textContent;
    const look = () => {
      const now = document.querySelector(where).textContent;
      if (now !== shown) {
        shown = now;
        times.push(Date.now() % 1000);
      }
      if (times.length < count) requestAnimationFrame(look);
      else resolve(times);
    };
    look();
  }), [selector, seconds]);
}

print('a second, until its figures are drawn', await late('.tiles', 8));
print('a second, until the table has it', await late('.details tfoot', 8));
await page.locator('.details').getByRole('button', { name: 'p95', exact: true }).click();
print('a second, until the table has it, sorted by p95', await late('.details tbody', 8));
const busy = await page.evaluate(() => new Promise((resolve) => {
  let longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((it) => (longest = Math.max(longest, it.duration))))
    .observe({ type: 'longtask' });
  setTimeout(() => resolve(longest), 8000);
}));
print('the longest that the page did not answer a hand', [busy]);
await browser.close();
