using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>Reads a file of bounded size; its length is asked before a byte is read.</summary>
internal static class FileBytes
{
    private static readonly LocalizedText NoSuchFile = new("没有这个文件", "there is no such file");
    private static readonly LocalizedText IsFolder = new("这是文件夹", "it is a folder");
    private static readonly LocalizedText NoRight = new("没有读取的权限", "there is no right to read it");
    private static readonly LocalizedText BadPath = new("路径的写法不对", "the path is not written right");

    public static byte[]? Read(string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                Fault(Directory.Exists(path) ? IsFolder : NoSuchFile);
                return null;
            }

            // Shared for writing: a file open in an editor can be read as well.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.CanSeek && stream.Length > DocumentLimits.MostBytes)
            {
                bag.Add(DiagnosticCodes.FileTooLarge, SourceSpan.WholeFile(shownAs), stream.Length, DocumentLimits.MostBytes);
                return null;
            }

            return ReadToEnd(stream);
        }
        catch (UnauthorizedAccessException)
        {
            Fault(NoRight);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            Fault(BadPath);
        }
        catch (IOException exception)
        {
            Fault(new LocalizedText($"读取时出错（{exception.GetType().Name}）", $"reading failed ({exception.GetType().Name})"));
        }

        return null;

        byte[]? ReadToEnd(FileStream stream)
        {
            // A pipe or a device does not tell its length.
            var bytes = new byte[stream.CanSeek ? stream.Length : DocumentLimits.MostBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length <= DocumentLimits.MostBytes)
            {
                return bytes.AsSpan(0, length).ToArray();
            }

            bag.Add(DiagnosticCodes.FileTooLarge, SourceSpan.WholeFile(shownAs), length, DocumentLimits.MostBytes);
            return null;
        }

        void Fault(LocalizedText reason) => bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), reason);
    }
}
