/** Whether the person asked for reduced motion, on the device or in Envol. */
export function isMotionReduced(): boolean {
	return (
		document.documentElement.dataset.motion === 'reduced' ||
		matchMedia('(prefers-reduced-motion: reduce)').matches
	);
}
