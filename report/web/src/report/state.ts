import { signal } from '@preact/signals';
import type { Choice } from '../components/Segmented';
import type { TimeKind } from '../figures';
import { RESPONSE_TIME, SERVICE_TIME } from './text';

/** Which time the charts and tables show; one choice for the whole page, so that figures agree. */
export const timeKind = signal<TimeKind>('service');

export const timeKinds: Choice<TimeKind>[] = [
  { value: 'service', label: 'Service time', hint: SERVICE_TIME },
  { value: 'response', label: 'Response time', hint: RESPONSE_TIME },
];
