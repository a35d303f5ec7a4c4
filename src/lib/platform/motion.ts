/** Did the person, in the device or in Envol, ask that things do not move? */
export function isMotionReduced(): boolean {
	return (
		document.documentElement.dataset.motion === 'reduced' ||
		matchMedia('(prefers-reduced-motion: reduce)').matches
	);
}
