declare module "*.css"
declare module "*.css?inline" {
  const style: string
  // biome-ignore lint/style/noDefaultExport: so the bundler gives it.
  export default style
}
