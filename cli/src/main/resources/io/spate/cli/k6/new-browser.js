import { browser } from 'k6/browser';
import { check } from 'k6';

const HOST = __ENV.HOST || 'http://localhost:8000';

export const options = {
  scenarios: {
    page: {
      executor: 'shared-iterations',
      vus: 1,
      iterations: 1,
      options: { browser: { type: 'chromium' } },
    },
  },
  thresholds: { checks: ['rate==1.0'] },
};

export default async function () {
  const page = await browser.newPage();
  try {
    await page.goto(`${HOST}/shop`);
    const title = await page.locator('h1').textContent();
    check(title, { 'has a title': (it) => it.length > 0 });
  } finally {
    await page.close();
  }
}
