import { photoSet } from '../support/photos/photo-set.ts';
import { expect, prepareAll, test, wrongWith } from '../support/photos/picture-page.ts';

const count = 500;
const together = 20;

test(`I7: of ${count} photos, none keeps anything but its picture, and each stands upright`, async ({
	page
}) => {
	const files = photoSet(count);
	expect(files).toHaveLength(count);
	const wrong: string[] = [];
	for (let at = 0; at < count; at += together) {
		const some = files.slice(at, at + together);
		const shown = await prepareAll(page, some);
		wrong.push(...some.flatMap((file, i) => wrongWith(file, shown[i])));
	}
	expect(wrong).toEqual([]);
});
