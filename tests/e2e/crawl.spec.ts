import { allPages } from '../../src/pages.js';
import { expect, restOf, test } from './fixtures.ts';
import { awake } from './person.ts';
import { only } from './words.ts';

// S1 S3: that no request leaves and no policy is broken on the way is held by the fixture
for (const lang of only('fr'))
	test(`S1 S3 every page is reached by following links, ${lang}`, async ({ page, server }) => {
		// each page, where a link to it was found, and that link: with what stands after its # as well
		const toSee = new Map([[`/${lang}/`, { from: '/#choose', href: `/${lang}/` }]]);
		const seen = new Set<string>();
		let here = '';
		const rest = restOf(page);
		while (toSee.size > 0) {
			// on from where one stands, as long as a link leads on; the hard day last: once it has begun, Today leads back to it
			const waiting = [...toSee];
			const [address, { from, href }] =
				waiting.findLast(([path]) => path !== `/${lang}/hard-day/`) ?? waiting.at(-1)!;
			toSee.delete(address);
			seen.add(address);
			if (here !== from) await page.goto(from);
			await expect(page.locator('html[data-ready]')).toBeAttached();
			await page
				.locator('details')
				.evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
			await page.locator(`a[href="${href}"]:visible`).first().click();
			await expect(page).toHaveURL((url) => url.pathname === address);
			here = address;
			await awake(page);
			await rest();
			await expect(page.locator('main .needs-js[role="status"]:visible')).toHaveCount(0);
			const links = await page
				.locator('a:visible')
				.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href)).map(String));
			for (const link of links) {
				const { origin, pathname, hash } = new URL(link);
				if (origin !== server.url || !pathname.startsWith(`/${lang}/`)) continue;
				if (seen.has(pathname)) continue;
				toSee.delete(pathname);
				toSee.set(pathname, { from: address, href: pathname + hash });
			}
		}
		expect([...seen].sort()).toEqual(
			allPages
				.filter((address) => address.startsWith(`/${lang}/`))
				// links that show only once there is a plan, or a note
				.filter(
					(address) =>
						!['today/yesterday/', 'hope/note/', 'plan/code/'].some((page) => address === `/${lang}/${page}`)
				)
				.sort()
		);
	});
