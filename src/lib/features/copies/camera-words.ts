import type { Translate } from '$lib/i18n';

/** The texts around the camera's picture. @param hint replaces the default one */
export const cameraWords = (t: Translate, hint = t('copies.camera.hint')) => ({
	label: t('copies.camera.label'),
	hint,
	stop: t('copies.camera.stop')
});
