# Untried.
{
  description = "Terminal reader for long discussions";

  inputs.nixpkgs.url = "nixpkgs";

  outputs = { self, nixpkgs }:
    let
      version = "VERSION";
      # The checksum of the tarball for each system.
      hashes = {
        x86_64-linux = "sha256-OF THE TARBALL";
        aarch64-linux = "sha256-OF THE TARBALL";
      };
      package = system:
        let
          pkgs = nixpkgs.legacyPackages.${system};
          machine = builtins.head (builtins.split "-" system);
        in
        pkgs.stdenvNoCC.mkDerivation {
          pname = "understory";
          inherit version;
          src = pkgs.fetchurl {
            url = "ADDRESS/understory-${version}-${machine}-linux.tar.xz";
            hash = hashes.${system};
          };
          nativeBuildInputs = [ pkgs.makeWrapper ];
          dontConfigure = true;
          dontBuild = true;
          installPhase = ''
            mkdir -p $out
            cp -r bin share $out/
            wrapProgram $out/bin/understory --suffix PATH : ${pkgs.lib.makeBinPath [ pkgs.curl ]}
          '';
        };
    in
    {
      packages = builtins.mapAttrs (system: _: { default = package system; }) hashes;
    };
}
