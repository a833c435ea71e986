export interface Named {
  name?: string;
}

export function double<T extends number>(value: T): number;
export function double(value: number): number {
  return value * 2;
}

export class Price {
  constructor(public readonly euros: number) {}
  get cents(): number {
    return this.euros * 100;
  }
}
