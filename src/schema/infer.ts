import type {
  AliasType,
  AnonymousType,
  ArrayType,
  BitsType,
  CharsType,
  FieldType,
  FlexibleType,
  FloatType,
  FloatValue,
  HandleType,
  NotedField,
  OneOfType,
  PointerType,
  StructType,
  Type,
  UnionType,
} from './types.js';

type Simplify<T> = { [K in keyof T]: T[K] } & {};
type Merge<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void
  ? I
  : never;
/** One member at least; several must agree on the bytes that they share. */
type AtLeastOne<T> = { [K in keyof T]: Pick<T, K> & Partial<T> }[keyof T];

type Bare<F> = F extends NotedField<infer T> ? T : F;
type Unnamed = AnonymousType | (BitsType & { readonly unnamed: true });
type NamedKeys<F> = { [K in keyof F]: Bare<F[K]> extends Unnamed ? never : K }[keyof F];
type AnonymousTypes<F> = {
  [K in keyof F]: Bare<F[K]> extends AnonymousType<infer T> ? T : never;
}[keyof F];

/** Of a declaration that is known as `Type` only, nothing is known. */
type Out<T> = Type extends T
  ? unknown
  : T extends { readonly value: infer V }
    ? V extends 'bigint'
      ? bigint
      : number
    : T extends FloatType
      ? FloatValue
      : T extends AliasType<infer U>
        ? Out<U>
        : T extends BitsType<infer S>
          ? Out<S>
          : T extends PointerType | HandleType
            ? bigint
            : T extends CharsType
              ? string
              : T extends OneOfType<infer A>
                ? Out<A>
                : T extends ArrayType<infer E> | FlexibleType<infer E>
                  ? Out<E>[]
                  : T extends StructType<infer F> | UnionType<infer F>
                    ? Simplify<
                        { [K in NamedKeys<F>]: Out<Bare<F[K]>> } & MergedOut<AnonymousTypes<F>>
                      >
                    : never;
type MergedOut<A> = [A] extends [never] ? unknown : Merge<A extends unknown ? Out<A> : never>;

type In<T> = Type extends T
  ? unknown
  : T extends { readonly value: infer V }
    ? V extends 'bigint'
      ? bigint | number
      : number
    : T extends FloatType
      ? FloatValue
      : T extends AliasType<infer U>
        ? In<U>
        : T extends BitsType<infer S>
          ? In<S>
          : T extends PointerType | HandleType
            ? bigint | number
            : T extends CharsType
              ? string
              : T extends OneOfType<infer A>
                ? In<A>
                : T extends ArrayType<infer E> | FlexibleType<infer E>
                  ? readonly In<E>[]
                  : T extends StructType<infer F>
                    ? InFields<F>
                    : T extends UnionType<infer F>
                      ? AtLeastOne<InFields<F>>
                      : never;
type InFields<F> = Simplify<
  { readonly [K in NamedKeys<F>]: In<Bare<F[K]>> } & MergedIn<AnonymousTypes<F>>
>;
/** Boxed while merging: an intersection must not distribute over a union's alternatives. */
type MergedIn<A> = [A] extends [never]
  ? unknown
  : Merge<A extends unknown ? { box: In<A> } : never> extends { box: infer I }
    ? I
    : never;

/** The value that `decode` returns for a declaration. */
export type Infer<T extends FieldType> = Out<T>;
/** The value that `encode` accepts: also a safe integer where a bigint is expected. */
export type InferInput<T extends FieldType> = In<T>;
