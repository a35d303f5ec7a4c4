import { beDiscreet } from '$lib/platform/discreet';
import { mirroredPreferences } from '$lib/platform/mirror';
import { letHide } from '$lib/platform/quick-hide';

/**
 * Quick hide, and the plain name and icon: a script of its own, at a fixed address, which every page loads for those who turned one
 * of them on (see src/boot.js), and nobody else.
 */
let stopHiding: (() => void) | undefined;
let stopDiscreet: (() => void) | undefined;

/** Does as the person's choices say now. */
export function follow(): void {
	const { hidesQuickly, isDiscreet } = mirroredPreferences() ?? {};
	if (hidesQuickly) stopHiding ??= letHide();
	else stopHiding = void stopHiding?.();
	if (isDiscreet) stopDiscreet ??= beDiscreet();
	else stopDiscreet = void stopDiscreet?.();
}
follow();
