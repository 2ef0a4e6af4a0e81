/// A shell for which there is completion, and the script that brings it.
///
/// The scripts ask the program what may come next, at each press of the key: what they offer is
/// always what the program takes, and a shell reads a few lines when it starts.
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  /// bash takes `=` and `:` for words of their own, and replaces only what comes after them.
  private static let bashText = #"""
    # Completion of understory in bash.
    _understory() {
      local words=() word end= glued= i line candidate paths= number=0
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && [[ $word != [=:] ]] && word=$2
        end=${word//[=:]/}
        if ((${#words[@]})) && [[ $glued || -z $end && $word ]]; then
          words[${#words[@]}-1]+=$word
        else
          words+=("$word")
        fi
        glued=
        [[ -z $end && $word ]] && glued=1
      done
      word=${words[${#words[@]}-1]}
      word=${word%"${word##*[=:]}"}
      [[ $word == -*=* ]] && word=${word#*=}
      while IFS= read -r line; do
        candidate=${line%%$'\t'*}
        if ((number++ == 0)); then
          paths=$candidate
        elif [[ $candidate == "$word"* ]]; then
          COMPREPLY+=("${candidate#"$word"}")
        fi
      done < <("$1" complete -- "${words[@]}" 2>/dev/null)
      case $paths in
        files) while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2") ;;
        folders) while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$2") ;;
      esac
      if [[ $paths != none ]]; then compopt -o filenames 2>/dev/null; fi
    }
    complete -F _understory understory
    """#

  private static let zshText = #"""
    #compdef understory
    # Completion of understory in zsh.
    _understory() {
      local -a lines names
      local line about paths tab=$'\t'
      lines=("${(@f)$("${words[1]}" complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
      paths=${lines[1]}
      for line in "${(@)lines[2,-1]}"; do
        [[ -z $line ]] && continue
        about=${line#*$tab}
        names+=("${${line%%$tab*}//:/\\:}${about:+:$about}")
      done
      [[ $PREFIX == -*=* ]] && compset -P 1 '*='
      local result=1
      (( $#names )) && _describe -V understory names && result=0
      case $paths in
        files) _files && result=0 ;;
        folders) _files -/ && result=0 ;;
      esac
      return result
    }
    if [[ ${funcstack[1]} == _understory ]]; then
      _understory "$@"
    else
      compdef _understory understory
    fi
    """#

  private static let fishText = #"""
    # Completion of understory in fish.
    function __understory_complete
      set -l words (commandline -opc)
      set -l last (commandline -ct)
      set -l lines (command $words[1] complete -- $words[2..] "$last" 2>/dev/null)
      set -l start (string match -r -- '^-[^=]*=' "$last")
      for line in $lines[2..]
        printf '%s%s\n' "$start" $line
      end
      switch "$lines[1]"
        case files
          __fish_complete_path "$last"
        case folders
          __fish_complete_directories "$last"
      end
    end
    complete -c understory -f -a '(__understory_complete)'
    """#
}
