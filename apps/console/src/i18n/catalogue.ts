/** The same keys as the source, with any text: what a translation must satisfy, so that a missing or an invented key does not compile. */
export type Translation<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]> };

/** All paths of a catalogue: `now.title`. */
export type PathOf<Source> = { [Key in keyof Source & string]: Source[Key] extends string ? Key : `${Key}.${PathOf<Source[Key]>}` }[keyof Source & string];

type TextAt<Source, Path extends string> = Path extends `${infer Head}.${infer Rest}` ? (Head extends keyof Source ? TextAt<Source[Head], Rest> : never) : Path extends keyof Source ? Source[Path] : never;

type NamesIn<Text> = Text extends `${string}%{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Plural<Text> = Text extends `${string}||||${string}` ? 'smart_count' : never;
type ValuesFor<Names extends string> = { readonly [Name in Names]: Name extends 'smart_count' ? number : string | number };

/** What a text needs to be filled in; nothing where it has no `%{…}`. */
export type ValuesOf<Source, Path extends string> = [NamesIn<TextAt<Source, Path>> | Plural<TextAt<Source, Path>>] extends [never] ? [] : [values: ValuesFor<NamesIn<TextAt<Source, Path>> | Plural<TextAt<Source, Path>>>];
