import { eachKindUpright, oddities } from '../support/photos/photo-set.ts';
import { expect, prepareAll, test, wrongWith } from '../support/photos/picture-page.ts';

test('I7: in Firefox too, a photo stands upright with nothing left in it, and what is none is refused by name', async ({
	page
}) => {
	const files = [...eachKindUpright(), ...oddities()];
	const shown = await prepareAll(page, files);
	expect(files.flatMap((file, i) => wrongWith(file, shown[i]))).toEqual([]);
});
