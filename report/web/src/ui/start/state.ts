import { signal } from '@preact/signals';
import { type Form, FRESH } from './form';

/** What is typed; it outlives a look at another page. */
export const form = signal<Form>(FRESH);

export const set = <K extends keyof Form>(field: K) => (value: Form[K]) => (form.value = { ...form.value, [field]: value });
