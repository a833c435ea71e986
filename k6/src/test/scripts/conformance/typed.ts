// needs: newer, for TypeScript
// TypeScript: types go, the rest stays.
import http, { type RefinedResponse, Params, ResponseType } from 'k6/http';
import { check } from 'k6';
import type { Options } from 'k6/options';
import { Price, double, type Named } from './lib/typed.ts';

export const options: Options = { iterations: 1, thresholds: { checks: ['rate==1'] } };

enum Level {
  Low,
  High = 5,
  Higher,
}

interface Answer extends Named {
  readonly path?: string;
}

abstract class Base<T> {
  protected constructor(private readonly value: T) {}
  abstract describe(): string;
  get(): T {
    return this.value;
  }
}

class Shown extends Base<number> implements Named {
  name!: string;
  static count: number = 0;
  constructor(
    value: number,
    public label = 'none' as string,
  ) {
    super(value);
    Shown.count++;
  }
  override describe(): string {
    return `${this.label}${this.get()}`;
  }
}

const pick = <T extends object, K extends keyof T>(from: T, key: K): T[K] => from[key];

export default function (): void {
  const params: Params = { headers: { 'X-A': 'b' } };
  const response = http.get(`${__ENV.ECHO}/anything`, params) as RefinedResponse<ResponseType>;
  const answer = response.json() as unknown as Answer;
  check(response, {
    'a request': (it): boolean => it!.status === 200 && answer.path === '/anything',
    enums: () => Level.Low === 0 && Level[6] === 'Higher' && Level.High as number === 5,
    classes: () => new Shown(3, 'n').describe() === 'n3' && Shown.count === 1,
    generics: () => pick({ a: 1 }, 'a') === 1 && double<number>(2) === 4,
    'of another file': () => new Price(3).cents === 300,
  } satisfies Record<string, unknown>);
}
