/** What a notice may stand in: the field, the row or the part of a form in which something was pressed. */
const parts = 'div.field, li, form, fieldset, .cluster, .panel, .card, section';

/**
 * Where in a form something was pressed: the part of it, then what is around that, should it be gone when there is
 * something to say. Undefined for the notice itself.
 */
export function pressedAt({ type, target }: Event, desk: HTMLElement): Element[] | undefined {
	// the Enter key in a field sends the whole form
	const from = type === 'submit' ? document.activeElement : target;
	if (from instanceof Element && from.closest('.said-here')) return undefined;
	const at = from instanceof Element ? from.closest(parts) : undefined;
	const around = [at, at?.nextElementSibling, at?.previousElementSibling, at?.parentElement?.closest(parts)];
	return around.filter((each): each is Element => each?.matches(parts) === true && desk.contains(each));
}
