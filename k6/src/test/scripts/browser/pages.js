// k6/browser: what scripts do with pages; the shop is at SHOP.
import { browser } from 'k6/browser';
import { check } from 'k6';
export const options = { scenarios: { ui: { executor: 'shared-iterations', vus: 1,
  iterations: 2, maxDuration: '60s', options: { browser: { type: 'chromium' } } } } };

export default async function () {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  page.on('console', (it) => console.log(it.type(), it.text()));
  page.on('metric', (it) => it.tag({ name: 'shop', matches: [{ url: /shop/ }] }));
  try {
    const response = await page.goto(`${__ENV.SHOP}/shop`, { waitUntil: 'networkidle' });
    check(response, {
      'a response': (it) => it.status() === 200 && it.ok() && it.url().endsWith('/shop'),
    });
    check(page, { 'a URL': (it) => it.url().endsWith('/shop') });
    check(await page.title(), { 'a title': (it) => it === 'The shop' });
    check(await response.text(), { 'a body': (it) => it.includes('<form') });
    await page.setContent(`<h1 id="h">Hello</h1><ul><li>1</li><li>2</li></ul>
      <label>Name <input id="i"></label><select><option>a</option><option>b</option></select>
      <a href="${__ENV.SHOP}/shop">Go on</a><script>console.log('said')</script>`);
    const input = page.locator('#i');
    await input.fill('ab');
    await input.type('c');
    await page.keyboard.press('d');
    check(await input.inputValue(), { 'fill and type': (it) => it === 'abcd' });
    check(await page.locator('h1').textContent(), { textContent: (it) => it === 'Hello' });
    check(await (await page.$('#h')).innerText(), { 'an element': (it) => it === 'Hello' });
    check(await page.$('#none'), { 'no element': (it) => it === null });
    check(await page.$$('li'), { elements: (it) => it.length === 2 });
    check(await page.locator('li').nth(1).innerText(), { nth: (it) => it === '2' });
    check(await page.locator('li').filter({ hasText: /2/ }).count(), { filter: (it) => it === 1 });
    check(await page.getByLabel('Name').isVisible(), { getByLabel: (it) => it });
    check(await page.getByRole('link', { name: /go ON/i }).isEnabled(), { getByRole: (it) => it });
    check(await page.selectOption('select', 'b'), { selectOption: (it) => it[0] === 'b' });
    check(await page.evaluate((a, b) => a + b.of, 2, { of: 3 }), { evaluate: (it) => it === 5 });
    check(await page.locator('h1').evaluate((it) => it.id), { 'evaluate of an element': (it) => it === 'h' });
    check(await page.waitForFunction('1 < 2'), { waitForFunction: () => true });
    const shot = new Uint8Array(await page.screenshot({ type: 'png', fullPage: true }));
    check(shot, { screenshot: (it) => it[1] === 0x50 && it[2] === 0x4e && it.length > 500 });
    await context.addCookies([{ name: 'a', value: 'b', url: __ENV.SHOP }]);
    check(await context.cookies(), { cookies: (it) => it.some((each) => each.name === 'a') });
    await Promise.all([page.waitForNavigation(), page.locator('a').click()]);
    check(page, { waitForNavigation: (it) => it.url().endsWith('/shop') });
    await page.waitForSelector('form', { state: 'visible' });
    check(page.viewportSize(), { viewportSize: (it) => it.width === 800 });
    try {
      await page.locator('#none').click({ timeout: 100 });
    } catch (error) {
      check(error, { 'a timeout': (it) => it.message.includes('Timeout 100ms exceeded') });
    }
  } finally {
    await page.close();
    await context.close();
  }
}
