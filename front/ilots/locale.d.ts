// What the build makes of locale/fr.txt.
declare module "*/fr.txt" {
    const phrases: Readonly<Record<string, string>>;
    export default phrases;
}
