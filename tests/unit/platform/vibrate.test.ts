import { afterEach, expect, test, vi } from 'vitest';
import { canVibrate, vibrateLightly } from '$lib/platform/vibrate';

afterEach(() => vi.unstubAllGlobals());

test('vibrates once and shortly where the browser can, and elsewhere does nothing', () => {
	vi.stubGlobal('navigator', {});
	expect(canVibrate()).toBe(false);
	vibrateLightly();
	const vibrate = vi.fn();
	vi.stubGlobal('navigator', { vibrate });
	expect(canVibrate()).toBe(true);
	vibrateLightly();
	expect(vibrate).toHaveBeenCalledExactlyOnceWith(12);
});
