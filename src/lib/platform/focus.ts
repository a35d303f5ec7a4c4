/** When the control that was used goes away, the keyboard's place stays on the page instead of falling off it. */
export function focusMain(): void {
	document.getElementById('main')?.focus({ preventScroll: true });
}
