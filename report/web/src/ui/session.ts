import { computed, signal } from '@preact/signals';
import type { Session } from './types';

/** Who is using the page; undefined until the server has said so. */
export const session = signal<Session | undefined>(undefined);

/** Whether whoever uses the page may change anything. */
export const operator = computed(() => session.value?.role === 'operator');

export const mustLogIn = computed(() => session.value !== undefined && session.value.login_required && session.value.role === 'none');
