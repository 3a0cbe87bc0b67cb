import { expect, it } from 'vitest'
import { publishedIn } from './published'

it.each([
  ['https://arxiv.org/abs/2402.13963v2', 2024],
  ['https://arxiv.org/pdf/0704.0001', 2007],
  ['https://arxiv.org/abs/cs/9901001', 1999],
  ['https://www.biorxiv.org/content/10.1101/2023.01.14.524142v1', 2023],
  ['https://www.nature.com/articles/s41586-023-06291-2', 2023],
  ['https://doi.org/10.18653/v1/2020.acl-main.1', 2020],
  ['https://doi.org/10.18653/v1/N19-1423', 2019],
  ['https://aclanthology.org/2023.acl-long.1/', 2023],
  ['https://aclanthology.org/W19-1909', 2019],
  ['https://openaccess.thecvf.com/content/CVPR2023/html/x.html', 2023],
  ['https://openaccess.thecvf.com/content_CVPR_2019/html/x.html', 2019],
  ['https://proceedings.neurips.cc/paper_files/paper/2022/hash/x.html', undefined],
  ['https://proceedings.neurips.cc/paper/2022/hash/x.html', 2022],
  ['https://doi.org/10.1016/j.media.2022.102345', 2022],
  ['https://example.org/2020/x', undefined],
  ['no address', undefined],
])('%s: %s', (url, year) => expect(publishedIn(url)).toBe(year))
