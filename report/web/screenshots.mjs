// Draws the pages of the web UI and of the report as they are, on the real server: docs/images/ui-*.png.
// node screenshots.mjs [folder]   after `./spate` was built; takes some minutes and needs Chromium.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const images = process.argv[2] ?? join(root, 'docs/images');
const work = mkdtempSync(join(tmpdir(), 'spate-pages-'));
const folder = join(work, 'tests');
const store = join(work, 'history.db');
const started = [];

/** Starts a command; resolves once it has said what is waited for. */
function spate(args, says, more = {}) {
  const process_ = spawn(join(root, 'spate'), args, { cwd: folder, env: { ...process.env, SPATE_STORE: store, ...more } });
  started.push(process_);
  return new Promise((resolve, reject) => {
    let text = '';
    const heard = (part) => {
      text += part;
      const found = says?.exec(text);
      if (found) resolve(found[1]);
    };
    process_.stdout.on('data', heard);
    process_.stderr.on('data', heard);
    process_.on('exit', (code) => (says ? reject(new Error(`spate ${args.join(' ')}: ${code}\n${text}`)) : resolve(code)));
  });
}

const SHOP = /listens on (http:\/\/[\d.:]+)/;
const PAGE = /Web UI: (http:\/\/[\d.:]+)/;

function plan(target, name, workload) {
  writeFileSync(join(folder, name), `target: ${target}
scenarios:
  browse:
    ${workload}
    think: 50ms..150ms
    steps:
      - get: /api/products
        check: {status: 200}
      - get: /api/products/\${random(1,100)}
        name: /api/products/{id}
        check: {status: 200}
  checkout:
    ${workload}
    think: 100ms..300ms
    steps:
      - post: /api/auth/login
        json: {username: test, password: password}
        extract: {token: $.token}
        check: {status: 200}
      - get: /api/users
        headers: {Authorization: "Bearer \${token}"}
      - post: /api/checkout
        json: {product_id: 7, quantity: 1}
thresholds:
  latency: {p95: 250}
  error_rate: 3%
`);
}

function plans(target) {
  mkdirSync(join(folder, 'nightly'), { recursive: true });
  plan(target, 'shop.yml', 'stages: [2s:6, 6s:6]');
  plan(target, 'checkout.yml', 'stages: [20s:20, 4m:20, 10s:0]');
  plan(target, 'nightly/soak.yml', 'stages: [1m:20, 4h:20]');
  writeFileSync(join(folder, 'nightly/ramp.yml'), `target: ${target}
scenarios:
  visitors:
    users: 1
    stages: [50s:60]
    think: 100ms
    steps:
      - get: /api/products
      - get: /api/users
thresholds:
  latency: {p95: 250}
`);
  writeFileSync(join(folder, 'login.js'), "import http from 'k6/http';\nexport const options = { vus: 5, duration: '30s' };\nexport default function () {\n  http.get('" + target + "/api/users');\n}\n");
  writeFileSync(join(folder, 'locustfile.py'), `from locust import HttpUser, task, between

class Visitor(HttpUser):
    wait_time = between(0.1, 0.3)

    @task(3)
    def products(self):
        self.client.get("/api/products")

    @task
    def users(self):
        self.client.get("/api/users")

class Buyer(HttpUser):
    wait_time = between(0.2, 0.5)

    @task
    def login(self):
        self.client.post("/api/auth/login", json={"username": "test", "password": "password"})
`);
}

/** Runs for the history, of which the last ones are slower. */
async function history(usual, slow, small) {
  for (const [at, target] of [usual, usual, usual, usual, slow, slow].entries()) {
    await spate(['run', 'shop.yml', `--target=${target}`, '--environment=staging', `--seed=${at + 1}`, '--quiet']);
  }
  await spate(['run', 'nightly/ramp.yml', `--target=${small}`, '--environment=nightly', '--tag=team=shop', '--quiet']);
}

const KINDS = [
  { name: '', width: 1280, height: 860, colorScheme: 'light' },
  { name: '-dark', width: 1280, height: 860, colorScheme: 'dark' },
  { name: '-phone', width: 390, height: 844, colorScheme: 'light' },
];

/** Calls for each kind of a screen. */
async function onEach(browser, url, what) {
  for (const { name, width, height, colorScheme } of KINDS) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(url);
    await what(page, async (title, whole = false) => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(images, `ui-${title}${name}.png`), fullPage: whole });
    });
    await context.close();
  }
}

const button = (page, name) => page.getByRole('button', { name }).first();

async function startPages(browser, url) {
  await onEach(browser, `${url}/?new`, async (page, shoot) => {
    await page.locator('.plan').filter({ hasText: 'checkout.yml' }).click();
    await button(page, 'Start the test').isEnabled();
    await page.waitForSelector('.preview-name');
    await shoot('start');
  });
}

async function livePages(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/?new`);
  await page.locator('.plan').filter({ hasText: 'checkout.yml' }).click();
  await button(page, 'Start the test').click();
  await page.waitForSelector('.run-head .pill.running');
  await page.waitForTimeout(45_000);
  await onEach(browser, url, async (it, shoot) => {
    await it.waitForSelector('.heat canvas');
    await it.waitForTimeout(1200);
    await shoot('live');
    for (const tab of ['Endpoints', 'Failures', 'Generator']) {
      await it.getByRole('tab').filter({ hasText: tab }).click();
      await it.waitForTimeout(700);
      if (tab === 'Failures') await it.locator('.details summary').first().click();
      await it.locator('.details').evaluate((element) => element.scrollIntoView());
      await shoot(`live-${tab.toLowerCase()}`);
    }
  });
  await button(page, 'Stop').click();
  await page.getByRole('dialog').getByText('Stop', { exact: true }).click();
  await page.waitForSelector('.verdict');
  await onEach(browser, url, (_, shoot) => shoot('ended'));
  await context.close();
}

async function historyPages(browser, url) {
  const { runs } = await (await fetch(`${url}/api/v1/runs?limit=50`)).json();
  const ramp = runs.find((it) => it.name.includes('ramp'));
  const shop = runs.filter((it) => it.name === 'shop.yml');
  await onEach(browser, `${url}/runs`, async (page, shoot) => {
    await page.waitForSelector('tbody input');
    await page.locator('tbody input').nth(0).check();
    await page.locator('tbody input').nth(1).check();
    await shoot('runs');
  });
  await onEach(browser, `${url}/runs/${ramp.id}`, async (page, shoot) => {
    await page.waitForSelector('#findings');
    await shoot('run');
    await page.locator('#findings').evaluate((element) => element.scrollIntoView());
    await shoot('findings');
  });
  await onEach(browser, `${url}/compare?a=${shop.at(-1).id}&b=${shop[0].id}`, async (page, shoot) => {
    await page.waitForSelector('.verdict');
    await shoot('compare');
  });
  await onEach(browser, `${url}/trends?plan=shop.yml`, async (page, shoot) => {
    await page.waitForSelector('.uplot');
    await shoot('trends');
  });
}

async function main() {
  if (!existsSync(images)) mkdirSync(images, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const usual = await spate(['demo', '--serve', '--latency=lognormal:12ms,0.5', '--error-rate=0.01'], SHOP);
  plans(usual);
  const slow = await spate(['demo', '--serve', '--latency=lognormal:18ms,0.6', '--error-rate=0.01'], SHOP);
  const small = await spate(['demo', '--serve', '--latency=constant:20ms', '--capacity=6'], SHOP);
  await history(usual, slow, small);
  const url = await spate(['ui', '--web=:0'], PAGE);
  const guarded = await spate(['ui', '--web=:0'], PAGE, { SPATE_WEB_PASSWORD: 'open sesame' });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await startPages(browser, url);
    await onEach(browser, guarded, async (page, shoot) => {
      await page.waitForSelector('#password');
      await shoot('login');
    });
    await livePages(browser, url);
    await historyPages(browser, url);
  } finally {
    await browser.close();
  }
}

try {
  await main();
} finally {
  for (const it of started) it.kill();
  rmSync(work, { recursive: true, force: true });
}
