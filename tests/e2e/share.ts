import type { BrowserContext, Page } from '@playwright/test';
import { eachKindUpright } from '../support/photos/photo-set.ts';

/** Posts photos as the share sheet of a phone does: from outside, into a new page. */
export async function share(context: BrowserContext, origin: string, count: number): Promise<Page> {
	const page = await context.newPage();
	await page.setContent(
		`<form method="post" enctype="multipart/form-data" action="${origin}/copy/shared">` +
			'<input type="file" name="photo" multiple /><button>Share</button></form>'
	);
	await page.locator('input').setInputFiles(
		eachKindUpright()
			.slice(0, count)
			.map(({ name, type, bytes }) => ({ name, mimeType: type, buffer: bytes() }))
	);
	await page.getByText('Share').click();
	return page;
}
