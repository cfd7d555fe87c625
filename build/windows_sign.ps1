# Signs the files that are named, with the certificate in CERTIFICATE (a PFX, Base64) and CERTIFICATE_PASSWORD, and
# checks each signature. The certificate is on the disk only while it is used.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]] $Files)

$ErrorActionPreference = "Stop"
$pfx = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).pfx"
$tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
try {
    [IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
    & $tool.FullName sign /f $pfx /p $env:CERTIFICATE_PASSWORD /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 $Files
    if ($LASTEXITCODE) { throw "signtool sign: $LASTEXITCODE" }
    & $tool.FullName verify /pa /tw $Files
    if ($LASTEXITCODE) { throw "signtool verify: $LASTEXITCODE" }
}
finally {
    Remove-Item -Force -ErrorAction SilentlyContinue $pfx
}
