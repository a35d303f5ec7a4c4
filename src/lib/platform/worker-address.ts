interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string }
	): { createScriptURL(url: string): unknown };
}

/** The script addresses that may be run beside the page, by one policy: a page may make each policy only once. */
const allowed = /^\/(sw\.js|_app\/immutable\/workers\/worker-[\w-]+\.js)$/;
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The address of a worker, as the page's Trusted Types policy lets it pass. @throws TypeError when it is not one of ours */
export function trustedAddress(url: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	if (!trustedTypes) return url;
	policy ??= trustedTypes.createPolicy('envol-worker-url', {
		createScriptURL: (asked) => {
			if (!allowed.test(asked)) throw new TypeError('not our worker');
			return asked;
		}
	});
	return policy.createScriptURL(url) as string;
}
