/**
 * Whether a promise was rejected because a part of the code could not be loaded: without a network, or when an older version was
 * removed from the server. Chromium, Firefox and Safari each say it in words of their own.
 */
export const isPartMissing = ({ reason }: PromiseRejectionEvent): boolean =>
	reason instanceof TypeError && /\bmodule\b/.test(reason.message);
