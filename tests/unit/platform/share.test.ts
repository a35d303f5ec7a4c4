import { afterEach, expect, test, vi } from 'vitest';
import { hasShareSheet, share } from '$lib/platform/share';

afterEach(() => vi.unstubAllGlobals());

const photo = new File(['x'], 'photo.jpg', { type: 'image/jpeg' });

test('a device without a share sheet says so', () => {
	vi.stubGlobal('navigator', {});
	expect(hasShareSheet()).toBe(false);
	vi.stubGlobal('navigator', { share: () => Promise.resolve() });
	expect(hasShareSheet()).toBe(true);
});

test.each([
	['takes files', true, { title: 'A', text: 'b', files: [photo] }],
	['takes words alone', false, { title: 'A', text: 'b' }]
])('what goes out is what the device can take: it %s', async (_, canShare, expected) => {
	const sent: unknown[] = [];
	vi.stubGlobal('navigator', {
		canShare: () => canShare,
		share: async (what: unknown) => void sent.push(what)
	});
	expect(await share({ title: 'A', text: 'b', files: [photo] })).toBe('shared');
	expect(sent).toEqual([expected]);
});

test.each([
	['AbortError', 'stopped'],
	['NotAllowedError', 'unable']
])('changing one’s mind is no trouble (%s)', async (name, answer) => {
	vi.stubGlobal('navigator', { share: () => Promise.reject(new DOMException('no', name)) });
	expect(await share({ title: 'A', text: 'b' })).toBe(answer);
});
