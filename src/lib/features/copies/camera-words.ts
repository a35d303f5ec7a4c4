import type { Translate } from '$lib/i18n';

/** What stands around the picture of the camera. @param hint in place of the usual one */
export const cameraWords = (t: Translate, hint = t('copies.camera.hint')) => ({
	label: t('copies.camera.label'),
	hint,
	stop: t('copies.camera.stop')
});
