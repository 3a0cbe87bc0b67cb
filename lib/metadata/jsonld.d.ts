// As much of it as the tests ask for.
declare module 'jsonld' {
  interface Options {
    documentLoader: (url: string) => Promise<{ documentUrl: string; document: object }>
  }
  const jsonld: { flatten(document: object, context: undefined, options: Options): Promise<unknown> }
  export default jsonld
}
