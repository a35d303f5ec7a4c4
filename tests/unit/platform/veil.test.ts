import { createDecipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVeil, newVeilKey, unveiled } from '$lib/platform/veil';

const text = '{"title":"Arroser le héron violet"}';

test('what is veiled comes back with its key, and says nothing without it', async () => {
	const key = newVeilKey();
	const veiled = (await createVeil(key)).over(text)!;
	expect(atob(veiled)).not.toContain('violet');
	expect(await unveiled(veiled, key)).toBe(text);
	expect(await unveiled(veiled, newVeilKey())).not.toContain('violet');
});

test('it is AES-256 in counter mode, as others make it', async () => {
	const key = newVeilKey();
	const bytes = Buffer.from((await createVeil(key)).over(text)!, 'base64');
	const cipher = createDecipheriv('aes-256-ctr', Buffer.from(key, 'base64'), bytes.subarray(0, 16));
	expect(Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]).toString()).toBe(text);
});

test('nothing is veiled twice in the same way, and what is too long not at all', async () => {
	const veil = await createVeil(newVeilKey());
	const first = veil.over(text)!;
	// the next one is not ready in the same moment
	expect(veil.over(text)).toBeUndefined();
	await expect.poll(() => veil.over(text) ?? first).not.toBe(first);
	expect(() => veil.over('a'.repeat(70_000))).toThrow(RangeError);
});
