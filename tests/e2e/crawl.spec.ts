import { allPages } from '../../src/pages.js';
import { expect, testOffline as test } from './fixtures.ts';
import { awake } from './person.ts';
import { langs } from './words.ts';

// that no request leaves and no policy is broken on the way is held by the fixture
for (const lang of langs)
	test(`every page is reached by following links, ${lang}`, async ({ page, server }) => {
		test.setTimeout(60_000);
		const toSee = new Map<string, string>([[`/${lang}/`, '/#choose']]);
		const seen = new Set<string>();
		while (toSee.size > 0) {
			const [[address, from]] = toSee as unknown as [[string, string]];
			toSee.delete(address);
			seen.add(address);
			await page.goto(from);
			await expect(page.locator('html[data-ready]')).toBeAttached();
			await page
				.locator('details')
				.evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
			await page.locator(`a[href="${address}"]:visible`).first().click();
			await expect(page).toHaveURL(address);
			await awake(page);
			await page.waitForLoadState('networkidle');
			const links = await page
				.locator('a:visible')
				.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href)).map(String));
			for (const link of links) {
				const { origin, pathname, hash } = new URL(link);
				// a link with a hash asks for something, on a page that has its own link
				if (hash) continue;
				if (origin !== server.url || !pathname.startsWith(`/${lang}/`)) continue;
				if (!seen.has(pathname) && !toSee.has(pathname)) toSee.set(pathname, address);
			}
		}
		expect([...seen].sort()).toEqual(
			allPages
				.filter((address) => address.startsWith(`/${lang}/`))
				// a link that shows only once there is a plan
				.filter((address) => address !== `/${lang}/today/yesterday/`)
				.sort()
		);
	});
